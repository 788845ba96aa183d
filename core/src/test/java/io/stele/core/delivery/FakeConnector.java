package io.stele.core.delivery;

import io.stele.core.channel.Channel;
import io.stele.core.message.ContentKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A connector whose provider answers as a test wants, and that remembers what it was given. */
class FakeConnector implements Connector {

    private final List<Dispatch> sent = new CopyOnWriteArrayList<>();
    private final Function<Dispatch, Outcome> provider;
    private final Doubt doubt;

    FakeConnector(Function<Dispatch, Outcome> provider) {
        this(provider, Doubt.failAfter(Duration.ofMinutes(10)));
    }

    FakeConnector(Function<Dispatch, Outcome> provider, Doubt doubt) {
        this.provider = provider;
        this.doubt = doubt;
    }

    /** A provider that always answers this. */
    static FakeConnector answering(Outcome outcome) {
        return new FakeConnector(dispatch -> outcome);
    }

    List<Dispatch> sent() {
        return sent;
    }

    @Override
    public Descriptor descriptor() {
        Map<Channel, Set<ContentKind>> contents = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            contents.put(channel, EnumSet.allOf(ContentKind.class));
        }
        return new Descriptor("fake", contents, doubt);
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        sent.add(dispatch);
        return provider.apply(dispatch);
    }
}
