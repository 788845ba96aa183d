package io.stele.adapters.graph;

/** The reader and the writer, put together as in the server. */
public final class Graph {

    private static final FileMapper FILES = new FileMapperImpl();
    private static final ContactCardMapper CARDS = new ContactCardMapperImpl();
    private static final OrderMapper ORDERS = new OrderMapperImpl();
    private static final ContextMapper CONTEXTS = new ContextMapperImpl();
    private static final ReferralMapper REFERRALS = new ReferralMapper();

    public static final GraphReader READER = new GraphReader(
            FILES, CARDS, new InteractiveReader(FILES), new TemplateReader(FILES), ORDERS, CONTEXTS, REFERRALS);

    public static final GraphWriter WRITER = new GraphWriter(
            FILES, CARDS, new InteractiveWriter(FILES, new ActionParametersMapperImpl()), new TemplateWriter(FILES), ORDERS, CONTEXTS, REFERRALS);

    private Graph() {}
}
