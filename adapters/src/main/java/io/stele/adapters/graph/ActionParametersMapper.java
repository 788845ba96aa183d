package io.stele.adapters.graph;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.kapso.graph.ActionParameters;
import io.stele.core.message.Interactive;
import io.stele.core.message.Json;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.NullValueMappingStrategy;

/** The parameters of named actions: each kind has a few of them. */
@Mapper
abstract class ActionParametersMapper {

    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "displayText", source = "displayText")
    @Mapping(target = "url", source = "url")
    abstract ActionParameters link(String displayText, String url);

    ActionParameters address(Interactive.AddressRequest request) {
        return address(
                request.country(),
                member(request, "values"),
                member(request, "saved_addresses"),
                member(request, "validation_errors"));
    }

    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "country", source = "country")
    @Mapping(target = "values", source = "values")
    @Mapping(target = "savedAddresses", source = "savedAddresses")
    @Mapping(target = "validationErrors", source = "validationErrors")
    abstract ActionParameters address(
            String country,
            @Nullable JsonNode values,
            @Nullable JsonNode savedAddresses,
            @Nullable JsonNode validationErrors);

    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "flowMessageVersion", source = "messageVersion")
    @Mapping(target = "flowId", source = "id")
    @Mapping(target = "flowName", source = "name")
    @Mapping(target = "flowCta", source = "callToAction")
    @Mapping(target = "mode", source = "mode")
    @Mapping(target = "flowToken", source = "token")
    @Mapping(target = "flowAction", source = "action")
    @Mapping(target = "flowActionPayload", source = "payload")
    abstract ActionParameters flow(Interactive.Flow flow);

    abstract ActionParameters.FlowActionPayload payload(Interactive.FlowPayload payload);

    /** Also without a picture there are parameters, with nothing in them, as clients send them. */
    @BeanMapping(ignoreByDefault = true, nullValueMappingStrategy = NullValueMappingStrategy.RETURN_DEFAULT)
    @Mapping(target = "thumbnailProductRetailerId", source = "thumbnail")
    abstract ActionParameters catalog(@Nullable String thumbnail);

    @Nullable JsonNode tree(@Nullable Json json) {
        return json == null ? null : JsonTrees.toWire(json);
    }

    private @Nullable JsonNode member(Interactive.AddressRequest request, String name) {
        return tree(request.parameters().members().get(name));
    }
}
