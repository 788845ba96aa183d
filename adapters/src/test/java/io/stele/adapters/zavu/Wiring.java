package io.stele.adapters.zavu;

/** The mappers, put together as the container does. */
final class Wiring {

    static final ZavuContentMapper PIECES = new ZavuContentMapperImpl();
    static final ZavuContentWriter CONTENT_WRITER = new ZavuContentWriter(PIECES, new ZavuTemplateWriter(PIECES));
    static final ZavuContentReader CONTENT_READER =
            new ZavuContentReader(new ZavuInteractiveReader(PIECES), new ZavuTemplateReader());
    static final ZavuDraftReader DRAFT_READER = new ZavuDraftReader(CONTENT_READER, new ZavuAttachmentReader());
    static final ZavuDraftWriter DRAFT_WRITER = new ZavuDraftWriter(CONTENT_WRITER, new ZavuSendMapperImpl());
    static final ZavuMessages MESSAGES = new ZavuMessages(CONTENT_WRITER, PIECES, new ZavuMessageMapperImpl());
    static final ZavuContextReader CONTEXT_READER = new ZavuContextReader(PIECES);

    private Wiring() {}
}
