package io.stele.server.store.project;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.identity.Ksuid;
import io.stele.core.project.AppId;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Values;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("endpoint")
record EndpointRow(
        @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = KsuidColumn.class) Ksuid id,
        UUID projectId,
        Mode mode,
        @Nullable UUID senderId,
        @TypeDef(type = DataType.BYTE_ARRAY, converter = KsuidColumn.class) @Nullable Ksuid appId,
        Channel channel,
        AddressKind addressKind,
        String address,
        String connector,
        @Nullable String connectedNumberId,
        @Nullable String phoneNumberId,
        @Nullable String businessAccountId,
        @Nullable String verifiedName,
        Endpoint.@Nullable Quality quality,
        String name,
        @Nullable UUID customerId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant disconnectedAt) {

    static EndpointRow of(Endpoint endpoint) {
        SenderId sender = endpoint.sender();
        AppId app = endpoint.app();
        Address address = endpoint.address();
        Endpoint.WhatsAppNumber number = endpoint.whatsapp();
        return new EndpointRow(
                endpoint.id().value(),
                endpoint.scope().project().value(),
                endpoint.scope().mode(),
                sender == null ? null : sender.value(),
                app == null ? null : app.value(),
                endpoint.channel(),
                AddressKind.of(address),
                address.value(),
                endpoint.connector(),
                number == null || !endpoint.isConnected() ? null : number.phoneNumberId(),
                number == null ? null : number.phoneNumberId(),
                number == null ? null : number.businessAccountId(),
                number == null || number.verifiedName() == null ? null : Values.storable(number.verifiedName()),
                number == null ? null : number.quality(),
                Values.storable(endpoint.name()),
                endpoint.customer(),
                endpoint.createdAt(),
                endpoint.updatedAt(),
                endpoint.disconnectedAt());
    }

    Endpoint endpoint() {
        return new Endpoint(
                new EndpointId(id),
                new Scope(new ProjectId(projectId), mode),
                senderId == null ? null : new SenderId(senderId),
                appId == null ? null : new AppId(appId),
                channel,
                addressKind.address(address),
                connector,
                phoneNumberId == null || businessAccountId == null
                        ? null
                        : new Endpoint.WhatsAppNumber(
                                phoneNumberId,
                                businessAccountId,
                                verifiedName,
                                quality == null ? Endpoint.Quality.UNKNOWN : quality),
                name,
                createdAt,
                customerId,
                updatedAt,
                disconnectedAt);
    }
}
