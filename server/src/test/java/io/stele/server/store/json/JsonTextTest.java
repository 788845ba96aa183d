package io.stele.server.store.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.message.Json;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "10, 10",
        "1200, 1200",
        "-30, -30",
        "1.50, 1.5",
        "1E+2, 100",
        "1E+20, 100000000000000000000",
        "1E+1000000, 1E+1000000",
        "0.001, 0.001",
    })
    void aWholeNumberIsWrittenInFull(BigDecimal number, String text) {
        assertThat(JsonText.write(new Json.Number(number))).isEqualTo(text);
        assertThat(JsonText.read(text)).isEqualTo(new Json.Number(number));
    }
}
