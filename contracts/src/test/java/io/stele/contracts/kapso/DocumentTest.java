package io.stele.contracts.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document is whole in itself. */
class DocumentTest {

    private static final ApiDocument DOCUMENT = ApiDocument.read();

    @ParameterizedTest
    @MethodSource("references")
    void referenceLeadsSomewhere(String reference) {
        assertThat(DOCUMENT.root().at(reference.substring(1)).isMissingNode()).isFalse();
    }

    @Test
    void everySchemaIsUsed() {
        List<String> used = references().toList();

        assertThat(DOCUMENT.schemas()).allSatisfy(schema -> assertThat(used).contains("#/components/schemas/" + schema));
    }

    @Test
    void everyOperationHasItsOwnName() {
        assertThat(DOCUMENT.root().findValuesAsString("operationId")).hasSize(58).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":false}",
                "{\"success\":true,\"undescribed\":1}",
                "{}",
            })
    void whatIsNotDescribedIsFound(String json) {
        assertThat(DOCUMENT.violations("SuccessResponse", json)).hasSize(1);
    }

    static Stream<String> references() {
        return DOCUMENT.root().findValues("$ref").stream().map(JsonNode::asString).distinct();
    }
}
