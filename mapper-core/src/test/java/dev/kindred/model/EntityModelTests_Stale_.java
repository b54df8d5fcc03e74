package dev.kindred.model;

import dev.kindred.internal.model.GeneratedFormat;
import dev.kindred.internal.model.RowValues;
import org.jspecify.annotations.Nullable;

/** A class like one from another version of the annotation processor. */
final class EntityModelTests_Stale_ extends GeneratedModel<EntityModelTests.Stale> {

    static final EntityModelTests_Stale_ INSTANCE = new EntityModelTests_Stale_();

    private EntityModelTests_Stale_() {
        super(EntityModelTests.Stale.class, GeneratedFormat.NUMBER + 1);
    }

    @Override
    protected @Nullable Object get(Object entity, int member) {
        throw outOfRange(member);
    }

    @Override
    protected Object create(RowValues row) {
        return new EntityModelTests.Stale();
    }
}
