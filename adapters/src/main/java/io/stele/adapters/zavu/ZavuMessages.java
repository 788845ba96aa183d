package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuMessage;
import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.core.message.Context;
import io.stele.core.message.Course;
import io.stele.core.message.Message;
import jakarta.inject.Singleton;

/** Shows messages as Zavu does, whichever API they were written through. */
@Singleton
public final class ZavuMessages {

    private final ZavuContentWriter contents;
    private final ZavuContentMapper pieces;
    private final ZavuMessageMapper mapper;

    ZavuMessages(ZavuContentWriter contents, ZavuContentMapper pieces, ZavuMessageMapper mapper) {
        this.contents = contents;
        this.pieces = pieces;
        this.mapper = mapper;
    }

    /** A message that continues no other, and that none continues, as a resource. */
    public ZavuMessage toWire(Message message) {
        return toWire(Course.of(message));
    }

    /**
     * The course of a message as one resource: it is what it has become, under the id that it was given first. A failure by which it went on to
     * another channel is none.
     */
    public ZavuMessage toWire(Course course) {
        Message message = course.present();
        ZavuRendition said = contents.write(message.content());
        Context.Quote quote = message.context().quote();
        ZavuMessageContent content =
                pieces.inContext(said.content(), quote == null ? null : ZavuQuote.of(quote), message.referral());
        return mapper.toWire(
                message, said, content, course.id(), course.status(), course.next() == null ? null : course.channels());
    }
}
