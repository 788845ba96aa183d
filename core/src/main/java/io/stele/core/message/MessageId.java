package io.stele.core.message;

import io.stele.core.identity.Ksuid;

/** Names a message. Each API's own id of the message is a pure function of this one. Sorts by time of making. */
public record MessageId(Ksuid value) implements Comparable<MessageId> {

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }
}
