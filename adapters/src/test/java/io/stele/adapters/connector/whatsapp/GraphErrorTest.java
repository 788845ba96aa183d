package io.stele.adapters.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphErrorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'code':131026,'message':'(#131026) Message undeliverable','error_data':{'details':'Gone'}} | 131026 | Message undeliverable | Gone
                    {'code':190,'message':'Session has expired'}                     | 190 | Session has expired |
                    {'code':100,'message':'(#100) ','error_data':{}}                 | 100 | Error 100 |
                    {'code':0}                                                       | 0   | Error 0   |
                    {'code':10,'message':7,'error_data':'text'}                      | 10  | Error 10  |
                    {'code':1.0e1,'message':'Odd'}                                   | 10  | Odd       |
                    {'code':368,'message':'Blocked','error_user_msg':'Ask for it'}   | 368 | Blocked   | Ask for it
                    """)
    void hasGraphsCodeTitleAndDetails(String error, int code, String title, @Nullable String details) {
        assertThat(Meta.json("{\"error\":" + error.replace('\'', '"') + "}").flatMap(GraphError::of))
                .contains(new GraphError(code, title, details, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'error':null}",
                "{'error':'text'}",
                "{'error':{}}",
                "{'error':{'code':'100'}}",
                "{'error':{'code':-1}}",
                "{'error':{'code':1.5}}",
                "{'error':{'code':2147483648}}",
                "{'error':{'code':1e300}}"
            })
    void isNoneInAnyOtherForm(String body) {
        assertThat(Meta.json(body.replace('\'', '"')).flatMap(GraphError::of)).isEmpty();
    }

    @Test
    void saysWhetherGraphTakesItForOneThatPasses() {
        assertThat(Meta.json("{\"error\":{\"code\":2,\"is_transient\":true}}").flatMap(GraphError::of))
                .contains(new GraphError(2, "Error 2", null, true));
    }
}
