package io.stele.adapters.kapso;

import io.micronaut.json.tree.JsonNode;
import io.stele.contracts.kapso.MessageExtensions;
import io.stele.contracts.kapso.graph.MessageContext;
import org.jspecify.annotations.Nullable;

/** What stands around the content of a stored message. */
record MessageEnvelope(
        String id,
        String timestamp,
        @Nullable String from,
        @Nullable String fromUserId,
        @Nullable String fromParentUserId,
        @Nullable String to,
        @Nullable String toUserId,
        @Nullable String toParentUserId,
        @Nullable String username,
        @Nullable MessageContext context,
        @Nullable JsonNode referral,
        MessageExtensions kapso) {}
