package io.stele.core.channel;

import io.stele.core.project.Scope;
import java.util.Optional;

/** Tells whose an endpoint is, for what comes from providers, who carry no key. */
public interface EndpointScopes {

    /** The endpoint's project and mode, which never change; empty when there is no such endpoint. */
    Optional<Scope> of(EndpointId endpoint);
}
