package io.stele.adapters.connector.whatsapp;

import io.stele.core.channel.NumberLookup;
import io.stele.core.message.Failure;
import java.util.Map;

/** Looks numbers up at Graph before they are connected. */
public final class NumbersAtGraph implements NumberLookup {

    private final PhoneNumbers numbers;

    public NumbersAtGraph(PhoneNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public Answer find(String phoneNumberId, Map<String, String> settings) {
        return switch (numbers.number(WhatsAppSettings.of(settings), phoneNumberId)) {
            case Lookup.Found<NumberProfile>(NumberProfile profile) -> new Answer.Found(
                    profile.displayNumber(), profile.verifiedName(), profile.quality());
            case Lookup.Refused<NumberProfile>(Failure failure) -> new Answer.Refused(
                    failure.code(), failure.title(), failure.details());
            case Lookup.Unavailable<NumberProfile> _ -> new Answer.Unavailable();
        };
    }
}
