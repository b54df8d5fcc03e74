package dev.kindred.reactor.jackson;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes the relations of entities as JSON without a statement:
 *
 * <ul>
 *   <li>A loaded relation is the related object, with its own loaded relations.
 *   <li>A loaded relation without a row is {@code null}.
 *   <li>A loaded relation to many rows is the array of the related objects. Without a row it is an empty array.
 *   <li>A relation that was neither loaded nor preloaded is absent, even if its key is null. See
 *       {@link #nullKeysAsNull()} for another form.
 *   <li>A relation to an object that is being written is absent, so that a cycle ends. A list that contains such an
 *       object is absent as a whole.
 * </ul>
 *
 * <p>An {@link dev.kindred.query.Aggregated} is written as its entity, with one more property for each aggregate, named
 * by its label. A {@code Mono} or {@code Flux} that is not a relation is an error. Add the module to the
 * mapper: {@code JsonMapper.builder().addModule(new RelationModule()).build()}. Thread-safe after it is added.
 */
public final class RelationModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private final boolean nullKeysAreWritten;

    /** Creates a module that omits each relation that was neither loaded nor preloaded. */
    public RelationModule() {
        this(false);
    }

    private RelationModule(boolean nullKeysAreWritten) {
        super(RelationModule.class.getName());
        this.nullKeysAreWritten = nullKeysAreWritten;
    }

    /**
     * Returns a module that writes {@code null}, or an empty array, for each relation with a null key, even if it was
     * neither loaded nor preloaded. The properties of an object then depend on its row.
     */
    public static RelationModule nullKeysAsNull() {
        return new RelationModule(true);
    }

    @Override
    public void setupModule(SetupContext context) {
        addSerializer(new RelationSerializer(nullKeysAreWritten));
        addSerializer(new RelationListSerializer(nullKeysAreWritten));
        addSerializer(new AggregatedSerializer());
        super.setupModule(context);
        for (Class<?> handle : List.of(Mono.class, Flux.class)) {
            context.configOverride(handle)
                    .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
        }
    }
}
