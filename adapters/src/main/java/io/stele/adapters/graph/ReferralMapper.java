package io.stele.adapters.graph;

import io.stele.core.message.Referral;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** The advertisement that a person came from. */
@Mapper
abstract class ReferralMapper {

    @Mapping(target = "clickId", source = "ctwaClid")
    @Mapping(target = "welcomeMessage", source = "welcomeMessage.text")
    abstract Referral toDomain(io.stele.contracts.kapso.graph.Referral referral);

    @Mapping(target = "ctwaClid", source = "clickId")
    abstract io.stele.contracts.kapso.graph.Referral toWire(Referral referral);

    io.stele.contracts.kapso.graph.Referral.@Nullable WelcomeMessage welcomeMessage(@Nullable String text) {
        return text == null ? null : new io.stele.contracts.kapso.graph.Referral.WelcomeMessage(text);
    }
}
