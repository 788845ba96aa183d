package io.stele.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is read as an address, it is one or it is none; and one that was read is read again as it is written. */
class AnyAddressTest {

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nearly = Arbitraries.strings()
                .withChars("+0123456789 ().-@:_|abcXYZ.\u0660\u0669\u0000\ud800é")
                .ofMaxLength(60);
        Arbitrary<String> numbers = Arbitraries.strings().withCharRange('0', '9').ofMaxLength(40).map(digits -> "+" + digits);
        Arbitrary<String> mail = nearly.map(text -> text.replace("@", "") + "@example.com");
        Arbitrary<String> scoped = nearly.map(text -> "US." + text);
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(400), nearly, numbers, mail, scoped);
    }

    @Property
    void aPhoneNumber(@ForAll("texts") String text) {
        isReadAgain(PhoneNumber.parse(text), PhoneNumber::value, PhoneNumber::parse);
    }

    @Property
    void theDigitsOfAPhoneNumberNameIt(@ForAll("texts") String text) {
        isReadAgain(PhoneNumber.parse(text), PhoneNumber::digits, PhoneNumber::parse);
    }

    @Property
    void anEmailAddress(@ForAll("texts") String text) {
        isReadAgain(EmailAddress.parse(text), EmailAddress::value, EmailAddress::parse);
    }

    @Property
    void aChatId(@ForAll("texts") String text) {
        isReadAgain(ChatId.parse(text), ChatId::value, ChatId::parse);
    }

    @Property
    void aBusinessScopedUserId(@ForAll("texts") String text) {
        isReadAgain(BusinessScopedUserId.parse(text), BusinessScopedUserId::value, BusinessScopedUserId::parse);
    }

    private static <T> void isReadAgain(Optional<T> read, Function<T, String> write, Function<String, Optional<T>> parse) {
        read.ifPresent(address -> assertThat(parse.apply(write.apply(address))).contains(address));
    }
}
