package io.stele.core.intake;

import io.stele.core.channel.Channel;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReactionRulesTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "👍",
                "❤",
                "❤️",
                "👍🏽",
                "👩‍👩‍👧‍👦",
                "🧑🏻‍❤️‍💋‍🧑🏿",
                "🏳️‍🌈",
                "🇩🇪",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "1️⃣",
                "#⃣",
                "☺",
                "©️",
                "🫩"
            })
    void oneEmojiOrNoneIsTaken(String emoji) {
        Rules.assertTaken(Channel.WHATSAPP, reaction(emoji));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "a", "ok", "1", "#", "*", "é", "漢", ":-)", "👍👍", "👍 ", "a👍", "👍a", "🇩🇪🇪🇸", "1️", "+1"
            })
    void anythingElseIsRefused(String emoji) {
        Rules.assertRefused(
                Channel.WHATSAPP,
                reaction(emoji),
                new Rejection.InvalidField(Field.REACTION_EMOJI, "must be a single emoji"));
    }

    @Test
    void anEmojiWithEndlessMarksIsRefused() {
        Rules.assertRefused(
                Channel.WHATSAPP,
                reaction("👍" + "\u0301".repeat(32)),
                new Rejection.InvalidField(Field.REACTION_EMOJI, "must be a single emoji"));
    }

    private static Reaction reaction(String emoji) {
        return new Reaction(MessageReference.foreign("wamid.X"), emoji);
    }
}
