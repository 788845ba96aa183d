package io.stele.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "15551234567, +15551234567",
        "+56912345678, +56912345678",
        "+49 151 2345678, +491512345678",
        "+15005550001, +15005550001",
        "+34600111222, +34600111222",
        "+1 (555) 123-4567, +15551234567",
        "+1.555.123.4567, +15551234567",
        "'  +34600111222 ', +34600111222",
        "+390612345678, +390612345678",
        "+5491112345678, +5491112345678"
    })
    void aNumberIsReadInAnyWriting(String text, String canonical) {
        assertThat(PhoneNumber.parse(text)).contains(new PhoneNumber(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "+0",
                "+0049151234567",
                "0151 2345678",
                "phone",
                "+1555CALLNOW",
                "+1555123456a",
                "+1",
                "+12",
                "+1555",
                "+5551234",
                "+310000000", // its second zero would be left out when it is read again
                "+15551234",
                "+1555123456789",
                "+123456789012345678901234567890",
                "++15551234567",
                "+1+5551234567",
                "+15551234567;ext=5",
                "+15551234567x5",
                "+1٥551234567",
                "+999123456789",
                "ana@example.com"
            })
    void whatIsNoPossibleNumberIsNone(String text) {
        assertThat(PhoneNumber.parse(text)).isEmpty();
    }

    @Test
    void theDigitsAreWithoutThePlus() {
        assertThat(new PhoneNumber("+34600111222").digits()).isEqualTo("34600111222");
    }
}
