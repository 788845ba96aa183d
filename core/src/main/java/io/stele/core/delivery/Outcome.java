package io.stele.core.delivery;

import io.stele.core.message.Failure;
import java.time.Duration;

/** What came of handing a message to a provider. */
public sealed interface Outcome {

    /** The provider has it, under this id; one of more than 512 characters is not kept. */
    record Accepted(String providerMessageId) implements Outcome {}

    /** The provider will never take it. */
    record Refused(Failure failure) implements Outcome {}

    /** The provider asks to wait. It has not taken the message. */
    record Throttled(Duration after, Scope scope) implements Outcome {

        /** Whose messages are to wait. */
        public enum Scope {
            /** Those to this person. */
            RECIPIENT,
            /** All of the endpoint. */
            ENDPOINT
        }
    }

    /** The provider could not be reached, or had a fault. It has not taken the message. */
    record Unavailable(String reason) implements Outcome {}

    /** Nobody knows: the bytes left, no answer came. Not to be sent again before the provider has been asked. */
    record Unknown(String reason) implements Outcome {}
}
