package io.stele.adapters.graph;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JsonTrees;
import io.stele.core.message.Json;
import io.stele.core.message.Referral;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The advertisement that a person came from. What is not known of it goes there and back as it is. */
@Singleton
final class ReferralMapper {

    private static final String WELCOME = "welcome_message";

    /** @throws io.stele.adapters.WireException when the tree is no object */
    Referral toDomain(JsonNode tree, String path) {
        PartlyKnown referral = PartlyKnown.of(tree, path);
        return new Referral(
                referral.text("source_url"),
                referral.text("source_id"),
                referral.text("source_type"),
                referral.text("headline"),
                referral.text("body"),
                referral.text("media_type"),
                referral.text("image_url"),
                referral.text("video_url"),
                referral.text("thumbnail_url"),
                referral.text("ctwa_clid"),
                referral.text(WELCOME, "text"),
                referral.rest());
    }

    JsonNode toWire(Referral referral) {
        Map<String, Json> members = new LinkedHashMap<>();
        put(members, "source_url", referral.sourceUrl());
        put(members, "source_id", referral.sourceId());
        put(members, "source_type", referral.sourceType());
        put(members, "headline", referral.headline());
        put(members, "body", referral.body());
        put(members, "media_type", referral.mediaType());
        put(members, "image_url", referral.imageUrl());
        put(members, "video_url", referral.videoUrl());
        put(members, "thumbnail_url", referral.thumbnailUrl());
        put(members, "ctwa_clid", referral.clickId());
        members.putAll(referral.further().members());
        if (referral.welcomeMessage() != null) {
            members.put(WELCOME, welcome(referral.welcomeMessage(), members.get(WELCOME)));
        }
        return JsonTrees.toWire(new Json.Members(members));
    }

    private static Json welcome(String text, @Nullable Json further) {
        Map<String, Json> members = new LinkedHashMap<>();
        put(members, "text", text);
        if (further instanceof Json.Members more) {
            members.putAll(more.members());
        }
        return new Json.Members(members);
    }

    private static void put(Map<String, Json> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, new Json.Text(value));
        }
    }
}
