package io.stele.core.intake;

import io.stele.core.message.Speech;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.stream.Stream;

/** What a voice call speaks, as providers of calls take it. */
final class SpeechRules {

    private static final int LONGEST_TEXT = 4096;

    private SpeechRules() {}

    static Stream<InvalidField> broken(Speech speech) {
        String language = speech.language();
        return Check.all(
                Check.required(Field.SPEECH_TEXT, speech.text(), LONGEST_TEXT),
                Check.that(
                        language == null || isLanguageTag(language),
                        Field.SPEECH_LANGUAGE,
                        "must be a BCP 47 language tag"));
    }

    private static boolean isLanguageTag(String text) {
        try {
            return !new Locale.Builder().setLanguageTag(text).build().getLanguage().isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
