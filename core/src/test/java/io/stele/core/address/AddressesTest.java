package io.stele.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @Nested
    class Emails {

        @ParameterizedTest
        @CsvSource({
            "ana@example.com, ana@example.com",
            "Ana.Maria+tag@Example.COM, Ana.Maria+tag@example.com",
            "' ana@example.com ', ana@example.com",
            "a@b.c, a@b.c",
            "o'brien@mail.example.co.uk, o'brien@mail.example.co.uk",
            "x@1-2.example, x@1-2.example",
            "josé@example.com, josé@example.com"
        })
        void areReadWithTheirDomainInLowerCase(String text, String canonical) {
            assertThat(EmailAddress.parse(text)).contains(new EmailAddress(canonical));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "ana",
                    "@example.com",
                    "ana@",
                    "ana@localhost",
                    "ana@example..com",
                    "ana@-example.com",
                    "ana@example-.com",
                    "ana@example.com.",
                    "ana maria@example.com",
                    "ana@exa mple.com",
                    "ana@b@example.com",
                    "<ana@example.com>",
                    "ana@example.com\r\nBcc: b@example.com",
                    "an\u0000a@example.com",
                    "an\ud800a@example.com",
                    "+34600111222"
                })
        void otherTextIsNone(String text) {
            assertThat(EmailAddress.parse(text)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"64, true", "65, false"})
        void theLocalPartHasAtMost64Characters(int length, boolean taken) {
            assertThat(EmailAddress.parse("a".repeat(length) + "@example.com").isPresent()).isEqualTo(taken);
        }

        @ParameterizedTest
        @CsvSource({"254, true", "255, false"})
        void theWholeHasAtMost254Characters(int length, boolean taken) {
            String labels = ("d".repeat(49) + ".").repeat(4);
            String text = "a@" + labels + "e".repeat(length - labels.length() - 2);

            assertThat(text).hasSize(length);
            assertThat(EmailAddress.parse(text).isPresent()).isEqualTo(taken);
        }
    }

    @Nested
    class ChatIds {

        @ParameterizedTest
        @CsvSource({"123456789, 123456789", "-1001234567890, -1001234567890", "' 7 ', 7"})
        void areNumeric(String text, String canonical) {
            assertThat(ChatId.parse(text)).contains(new ChatId(canonical));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-", "+34600111222", "12a", "1.5", "--1", "123456789012345678901234567890123"})
        void otherTextIsNone(String text) {
            assertThat(ChatId.parse(text)).isEmpty();
        }
    }

    @Nested
    class BusinessScopedUserIds {

        @ParameterizedTest
        @ValueSource(strings = {"US.13491208655302741918", "DE.a", "US.ENT.11815799212886844830"})
        void areKeptVerbatim(String text) {
            assertThat(BusinessScopedUserId.parse(text)).contains(new BusinessScopedUserId(text));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "US", "US.", "us.1349", "USA.1349", "US.13 49", "US.ENT.", "US.1349.5", "1349", " US.1"})
        void otherTextIsNone(String text) {
            assertThat(BusinessScopedUserId.parse(text)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"128, true", "129, false"})
        void haveAtMost128CharactersAfterTheCountry(int length, boolean taken) {
            assertThat(BusinessScopedUserId.parse("US." + "a".repeat(length)).isPresent())
                    .isEqualTo(taken);
        }
    }
}
