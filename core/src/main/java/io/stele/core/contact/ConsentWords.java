package io.stele.core.contact;

import io.stele.core.channel.Channel;
import io.stele.core.contact.MarketingPreference.Wish;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words by which people ask for marketing to stop, or to go on, for each channel. A message that says more than the word asks for nothing. */
public final class ConsentWords {

    private static final Set<String> STOP_BY_SMS =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> START_BY_SMS = Set.of("START", "UNSTOP");
    private static final Set<String> STOP_IN_CHATS = Set.of("STOP", "UNSUBSCRIBE");
    private static final Set<String> START_IN_CHATS = Set.of("START", "SUBSCRIBE");

    private final Map<Channel, Set<String>> stop;
    private final Map<Channel, Set<String>> start;

    /**
     * @param stop the words of the channels whose words are other than {@linkplain #standard those that are usual}; none for a channel on which
     *     no word stops anything
     * @param start as {@code stop}
     */
    public ConsentWords(Map<Channel, Set<String>> stop, Map<Channel, Set<String>> start) {
        this.stop = words(stop, STOP_BY_SMS, STOP_IN_CHATS);
        this.start = words(start, START_BY_SMS, START_IN_CHATS);
    }

    /** The words that are usual: those that carriers ask for by SMS, and fewer in chats, where people write more freely. */
    public static ConsentWords standard() {
        return new ConsentWords(Map.of(), Map.of());
    }

    private static Map<Channel, Set<String>> words(
            Map<Channel, Set<String>> given, Set<String> bySms, Set<String> inChats) {
        Map<Channel, Set<String>> words = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            Set<String> usual =
                    switch (channel) {
                        case SMS -> bySms;
                        case WHATSAPP, TELEGRAM, INSTAGRAM, MESSENGER -> inChats;
                        case SMS_ONEWAY, EMAIL, VOICE -> Set.of();
                    };
            words.put(
                    channel,
                    given.getOrDefault(channel, usual).stream()
                            .map(ConsentWords::plain)
                            .collect(Collectors.toUnmodifiableSet()));
        }
        return words;
    }

    /** What the person asks for by this text; empty when for nothing. */
    public Optional<Wish> read(Channel channel, String text) {
        String word = plain(text);
        if (stop.getOrDefault(channel, Set.of()).contains(word)) {
            return Optional.of(Wish.STOP);
        }
        return start.getOrDefault(channel, Set.of()).contains(word) ? Optional.of(Wish.RESUME) : Optional.empty();
    }

    /** Without what people put around a word. */
    private static String plain(String text) {
        return text.strip().replaceAll("^[\\p{Punct}\\s]+|[\\p{Punct}\\s]+$", "").toUpperCase(Locale.ROOT);
    }
}
