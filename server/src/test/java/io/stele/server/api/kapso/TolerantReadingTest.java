package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import io.stele.contracts.kapso.graph.MessageRequest;
import io.stele.server.Http;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests are read in every spelling that known clients use, and come back in one. */
class TolerantReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // coordinates as strings
                "{'location':{'latitude':'52.5','longitude':'-13.40'}} | {'location':{'latitude':52.5,'longitude':-13.40}}",
                // button index as a number
                "{'template':{'components':[{'index':3}]}} | {'template':{'components':[{'index':'3'}]}}",
                // card index as a string
                "{'template':{'components':[{'cards':[{'card_index':'1'}]}]}}"
                        + " | {'template':{'components':[{'cards':[{'card_index':1}]}]}}",
                // the name that a client library makes of amount_1000
                "{'template':{'components':[{'parameters':[{'currency':{'amount1000':12500}}]}]}}"
                        + " | {'template':{'components':[{'parameters':[{'currency':{'amount_1000':12500}}]}]}}",
                // members that nobody knows
                "{'to':'15551234567','allow_category_change':true,'extra':{'a':[1]}} | {'to':'15551234567'}",
                "{'interactive':{'action':{'name':'send_location','parameters':{'request_message':'Where?'}}}}"
                        + " | {'interactive':{'action':{'name':'send_location','parameters':{}}}}",
                // null as absent
                "{'to':'15551234567','text':null,'context':null} | {'to':'15551234567'}",
                // a phone number as a number
                "{'to':15551234567} | {'to':'15551234567'}",
                // absent, empty and removed stay apart
                "{'reaction':{}} | {'reaction':{}}",
                "{'reaction':{'emoji':''}} | {'reaction':{'emoji':''}}",
                "{'contacts':[]} | {'contacts':[]}",
                "{'interactive':{'action':{'parameters':{}}}} | {'interactive':{'action':{'parameters':{}}}}",
            })
    void spellingIsUnderstood(String sent, String understood) throws IOException {
        ObjectMapper mapper = ObjectMapper.getDefault();

        MessageRequest request = new WireReader(mapper)
                .bind(Http.parse(json(sent)), MessageRequest.class, Strictness.NUMBERS_AS_TEXT);

        assertThat(Http.parse(mapper.writeValueAsString(request))).isEqualTo(Http.parse(json(understood)));
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }
}
