package io.stele.server.start;

import io.stele.core.channel.Channel;
import io.stele.core.contact.ConsentWords;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads by which words people stop marketing, and start it again: {@code whatsapp=STOP,BAJA;sms=STOP,ARRET}. */
final class ConsentSettings {

    static final String FORM = "channels with their words, such as whatsapp=STOP,BAJA;sms=STOP,ARRET";

    /** Those on which people can write. */
    private static final Map<String, Channel> CHANNELS = Map.of(
            "sms", Channel.SMS,
            "whatsapp", Channel.WHATSAPP,
            "telegram", Channel.TELEGRAM,
            "instagram", Channel.INSTAGRAM,
            "messenger", Channel.MESSENGER);

    private ConsentSettings() {}

    static ConsentWords of(SettingValues values) {
        return new ConsentWords(
                words(values, Setting.STELE_STOP_WORDS), words(values, Setting.STELE_START_WORDS));
    }

    private static Map<Channel, Set<String>> words(SettingValues values, Setting setting) {
        return values.read(setting, FORM, ConsentSettings::parse).orElse(Map.of());
    }

    /** A channel without words has none; what is not named keeps the usual ones. */
    private static Optional<Map<Channel, Set<String>>> parse(String text) {
        Map<Channel, Set<String>> words = new EnumMap<>(Channel.class);
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            Channel channel = equals < 0 ? null : CHANNELS.get(part.substring(0, equals).strip());
            if (channel == null || words.containsKey(channel)) {
                return Optional.empty();
            }
            words.put(
                    channel,
                    Arrays.stream(part.substring(equals + 1).split(",", -1))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .collect(Collectors.toUnmodifiableSet()));
        }
        return Optional.of(words);
    }
}
