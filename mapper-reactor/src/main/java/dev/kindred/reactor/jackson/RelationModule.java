package dev.kindred.reactor.jackson;

import com.fasterxml.jackson.annotation.JsonInclude;
import reactor.core.publisher.Mono;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes the relations of entities as JSON without asking the database, by what is known: a relation that is loaded is the related object, in
 * turn with what it has loaded; one that is loaded and empty is {@code null}; one that is not loaded is left out. An object that is being
 * written already, since relations lead back to it, is left out as well, so that a cycle terminates. An
 * {@link dev.kindred.query.Aggregated} is the entity with its values beside the members, under their labels. Add it to the mapper:
 * {@code JsonMapper.builder().addModule(new RelationModule()).build()}. Any other {@code Mono} cannot be written. Thread-safe once it is
 * added.
 */
public final class RelationModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** Makes the module. */
    public RelationModule() {
        super(RelationModule.class.getName());
    }

    @Override
    public void setupModule(SetupContext context) {
        addSerializer(new RelationSerializer());
        addSerializer(new AggregatedSerializer());
        super.setupModule(context);
        context.configOverride(Mono.class)
                .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
    }
}
