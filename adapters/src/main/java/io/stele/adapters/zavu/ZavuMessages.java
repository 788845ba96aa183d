package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuMessage;
import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.core.message.Context;
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

    /** The message as a resource. */
    public ZavuMessage toWire(Message message) {
        ZavuRendition said = contents.write(message.content());
        Context.Quote quote = message.context().quote();
        ZavuMessageContent content =
                pieces.inContext(said.content(), quote == null ? null : ZavuQuote.of(quote), message.referral());
        return mapper.toWire(message, said, content);
    }
}
