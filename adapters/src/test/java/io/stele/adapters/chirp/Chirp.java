package io.stele.adapters.chirp;

/** Chirp's mappers, wired by hand. */
final class Chirp {

    private static final ContactCardMapper CARDS = new ContactCardMapperImpl();
    private static final ContactCardReader CARD_READER = new ContactCardReader(CARDS);
    private static final TemplateWriter TEMPLATE_WRITER =
            new TemplateWriter(new TemplateComponentWriter(new TemplateParameterMapperImpl()));
    private static final TemplateReader TEMPLATE_READER = new TemplateReader(new TemplateComponentReader());
    private static final InteractiveWriter INTERACTIVE_WRITER = new InteractiveWriter(new InteractiveMapperImpl());

    static final SendReader SEND_READER = new SendReader(CARD_READER, TEMPLATE_READER);
    static final SendWriter SEND_WRITER =
            new SendWriter(new SendMapperImpl(), CARDS, TEMPLATE_WRITER, INTERACTIVE_WRITER);
    static final MessageResources RESOURCES = new MessageResources(
            new MessageResourceMapperImpl(), new ContentViews(CARDS, TEMPLATE_WRITER, INTERACTIVE_WRITER));
    static final ResourceReader RESOURCE_READER = new ResourceReader(CARD_READER, TEMPLATE_READER);
    static final SendResponses SEND_RESPONSES = new SendResponses(new SendResponseMapperImpl());
    static final PhoneNumberResources PHONE_NUMBERS = new PhoneNumberResourcesImpl();

    private Chirp() {}
}
