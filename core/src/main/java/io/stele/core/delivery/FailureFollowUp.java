package io.stele.core.delivery;

import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import java.util.Optional;

/** Says what follows when a message turns out to have failed. */
@FunctionalInterface
public interface FailureFollowUp {

    /** Where the message goes now; empty when it goes nowhere, and stays failed. */
    Optional<Reroute> after(Message message, Failure failure);
}
