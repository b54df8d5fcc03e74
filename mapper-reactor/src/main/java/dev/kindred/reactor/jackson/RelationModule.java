package dev.kindred.reactor.jackson;

import com.fasterxml.jackson.annotation.JsonInclude;
import reactor.core.publisher.Mono;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes the relations of entities as JSON without a statement:
 *
 * <ul>
 *   <li>A loaded relation is the related object, in turn with its loaded relations.
 *   <li>A loaded relation without a row is {@code null}.
 *   <li>A relation that was neither loaded nor preloaded is absent, whatever the row holds. A null foreign key alone
 *       makes no difference; see {@link #nullKeysAsNull()} for another form.
 * </ul>
 *
 * <p> An object that is being written already, since relations lead back to it, is left out as well, so that a cycle
 * terminates. An {@link dev.kindred.query.Aggregated} is the entity with its values beside the members, under their
 * labels. Add it to the mapper: {@code JsonMapper.builder().addModule(new RelationModule()).build()}. Any other
 * {@code Mono} cannot be written. Thread-safe once it is added.
 */
public final class RelationModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private final boolean nullKeysAreWritten;

    /** Makes the module, which leaves out every relation that was neither loaded nor preloaded. */
    public RelationModule() {
        this(false);
    }

    private RelationModule(boolean nullKeysAreWritten) {
        super(RelationModule.class.getName());
        this.nullKeysAreWritten = nullKeysAreWritten;
    }

    /**
     * Returns a module that writes {@code null} for a relation whose key is null, also when it was neither loaded nor
     * preloaded: such a relation has no row. Which properties an object has then depends on its row.
     */
    public static RelationModule nullKeysAsNull() {
        return new RelationModule(true);
    }

    @Override
    public void setupModule(SetupContext context) {
        addSerializer(new RelationSerializer(nullKeysAreWritten));
        addSerializer(new AggregatedSerializer());
        super.setupModule(context);
        context.configOverride(Mono.class)
                .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
    }
}
