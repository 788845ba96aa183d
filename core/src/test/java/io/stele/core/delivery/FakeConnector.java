package io.stele.core.delivery;

import io.stele.core.channel.Channel;
import io.stele.core.message.ContentKind;
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

    FakeConnector(Function<Dispatch, Outcome> provider) {
        this.provider = provider;
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
        return new Descriptor("fake", contents);
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        sent.add(dispatch);
        return provider.apply(dispatch);
    }
}
