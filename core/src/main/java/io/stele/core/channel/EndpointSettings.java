package io.stele.core.channel;

import java.util.Map;

/** What a connector needs to know of an endpoint to serve it: addresses, tokens, secrets. */
public interface EndpointSettings {

    /**
     * The endpoint's settings by their names, as they are or were some seconds ago; those that are not set are not there. Secrets
     * are in clear: nobody may log them or show them. A disconnected endpoint has none.
     *
     * @throws RuntimeException when they cannot be read now, or not with the keys of this node
     */
    Map<String, String> of(Endpoint endpoint);
}
