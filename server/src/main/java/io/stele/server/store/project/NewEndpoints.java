package io.stele.server.store.project;

import io.stele.core.channel.Endpoint;
import io.stele.server.store.sql.Session;

/** Endpoints that are added to a project. */
final class NewEndpoints {

    private NewEndpoints() {}

    /** Inserts the endpoint unless its address, or the id under which it is connected, is another's. @return how many were inserted */
    static int insert(Session session, Endpoint endpoint) {
        EndpointRow row = EndpointRow.of(endpoint);
        return session.insert(
                """
                insert into endpoint (project_id, id, mode, sender_id, app_id, channel, address_kind, address, connector,
                                      connected_number_id, phone_number_id, business_account_id, verified_name, quality,
                                      name, customer_id, created_at, updated_at, disconnected_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row.projectId(), row.id(), row.mode(), row.senderId(), row.appId(), row.channel(), row.addressKind(),
                row.address(), row.connector(), row.connectedNumberId(), row.phoneNumberId(), row.businessAccountId(),
                row.verifiedName(), row.quality(), row.name(), row.customerId(), row.createdAt(), row.updatedAt(),
                row.disconnectedAt());
    }
}
