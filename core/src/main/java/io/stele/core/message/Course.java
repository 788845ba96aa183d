package io.stele.core.message;

import io.stele.core.channel.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sent, as one: a message and, where it failed and went on by another channel, the message that continues it.
 *
 * @param first the message that was accepted
 * @param next the one that continues it; null when none does
 */
public record Course(Message first, @Nullable Message next) {

    /** The course of a message that no other continues. */
    public static Course of(Message message) {
        return new Course(message, null);
    }

    /** The id under which the caller was told of it. */
    public MessageId id() {
        return first.id();
    }

    /** What it is now. */
    public Message present() {
        return next == null ? first : next;
    }

    /** The same course, were this what it is now. */
    public Course presenting(Message message) {
        return next == null ? of(message) : new Course(first, message);
    }

    /** The channels that were tried, in their order. */
    public List<Channel> channels() {
        return next == null ? List.of(first.channel()) : List.of(first.channel(), next.channel());
    }

    /**
     * How far it has come. What was sent before it failed and went on is not sent again for its caller: it stays {@code SENT} until more is
     * known, and never goes back.
     */
    public Status status() {
        if (next == null) {
            return first.status();
        }
        Status before = first.timeline().sentAt() == null ? Status.SENDING : Status.SENT;
        return next.status().compareTo(before) < 0 ? before : next.status();
    }
}
