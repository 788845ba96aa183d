package io.stele.core.delivery;

import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import java.util.Optional;

/** Says what follows when a message turns out to have failed. */
@FunctionalInterface
public interface FailureFollowUp {

    /** Nothing follows. */
    FailureFollowUp NONE = (_, _) -> Optional.empty();

    /** By which way the message goes on; empty when it has failed for good. */
    Optional<Reroute> after(Message message, Failure failure);
}
