package io.stele.server.store.project;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import io.stele.core.identity.Ksuid;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** A KSUID as its bytes. */
@Singleton
final class KsuidColumn implements AttributeConverter<Ksuid, byte[]> {

    @Override
    public byte @Nullable [] convertToPersistedValue(@Nullable Ksuid id, ConversionContext context) {
        return id == null ? null : id.bytes();
    }

    @Override
    public @Nullable Ksuid convertToEntityValue(byte @Nullable [] bytes, ConversionContext context) {
        return bytes == null ? null : Ksuid.of(bytes);
    }
}
