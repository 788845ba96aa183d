package io.stele.server.store.json;

import io.stele.core.message.ContentKind;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.message.Context;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.Referral;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stored forms of what goes with a message: its context, its referral, its failure and its labels. Null stays null. */
public final class CircumstanceForm {

    private CircumstanceForm() {}

    /** The context as text; null for that of a message which stands alone. */
    public static @Nullable String write(Context context) {
        if (context.equals(Context.NONE)) {
            return null;
        }
        Context.Quote quote = context.quote();
        Context.ReferredProduct product = context.product();
        return JsonText.write(new Members()
                .with("quote", quote == null ? null : quote(quote))
                .with("forwarded", context.forwarded())
                .with("frequentlyForwarded", context.frequentlyForwarded())
                .with("product", product == null
                        ? null
                        : new Members()
                                .with("catalogId", product.catalogId())
                                .with("retailerId", product.retailerId())
                                .build())
                .build());
    }

    private static Json.Members quote(Context.Quote quote) {
        ContentKind kind = quote.kind();
        return new Members()
                .with("message", ReferenceForm.write(quote.message()))
                .with("from", quote.from())
                .with("text", quote.text())
                .with("kind", kind == null ? null : kind.name())
                .build();
    }

    /** The context that the text describes. */
    public static Context readContext(@Nullable String text) {
        if (text == null) {
            return Context.NONE;
        }
        Fields context = Fields.of(JsonText.read(text));
        return new Context(
                context.nested("quote", CircumstanceForm::quote),
                context.truth("forwarded"),
                context.truth("frequentlyForwarded"),
                context.nested("product", each -> {
                    Fields product = Fields.of(each);
                    return new Context.ReferredProduct(
                            product.textOrNull("catalogId"), product.textOrNull("retailerId"));
                }));
    }

    private static Context.Quote quote(Json json) {
        Fields quote = Fields.of(json);
        return new Context.Quote(
                ReferenceForm.read(quote.json("message")),
                quote.textOrNull("from"),
                quote.textOrNull("text"),
                quote.textOrNull("kind") == null ? null : quote.constant("kind", ContentKind.class));
    }

    /** The referral as text. */
    public static @Nullable String write(@Nullable Referral referral) {
        return referral == null
                ? null
                : JsonText.write(new Members()
                        .with("sourceUrl", referral.sourceUrl())
                        .with("sourceId", referral.sourceId())
                        .with("sourceType", referral.sourceType())
                        .with("headline", referral.headline())
                        .with("body", referral.body())
                        .with("mediaType", referral.mediaType())
                        .with("imageUrl", referral.imageUrl())
                        .with("videoUrl", referral.videoUrl())
                        .with("thumbnailUrl", referral.thumbnailUrl())
                        .with("clickId", referral.clickId())
                        .with("welcomeMessage", referral.welcomeMessage())
                        .with("further", referral.further())
                        .build());
    }

    /** The referral that the text describes. */
    public static @Nullable Referral readReferral(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Fields referral = Fields.of(JsonText.read(text));
        return new Referral(
                referral.textOrNull("sourceUrl"),
                referral.textOrNull("sourceId"),
                referral.textOrNull("sourceType"),
                referral.textOrNull("headline"),
                referral.textOrNull("body"),
                referral.textOrNull("mediaType"),
                referral.textOrNull("imageUrl"),
                referral.textOrNull("videoUrl"),
                referral.textOrNull("thumbnailUrl"),
                referral.textOrNull("clickId"),
                referral.textOrNull("welcomeMessage"),
                referral.membersOrEmpty("further"));
    }

    /** The failure as text. */
    public static @Nullable String write(@Nullable Failure failure) {
        return failure == null ? null : JsonText.write(form(failure));
    }

    static Json form(Failure failure) {
        return new Members()
                .with("code", failure.code())
                .with("title", failure.title())
                .with("details", failure.details())
                .build();
    }

    /** The failure that the text describes. */
    public static @Nullable Failure readFailure(@Nullable String text) {
        return text == null ? null : failure(JsonText.read(text));
    }

    static Failure failure(Json json) {
        Fields failure = Fields.of(json);
        return new Failure(failure.text("code"), failure.text("title"), failure.textOrNull("details"));
    }

    /** The identity as text. */
    public static @Nullable String write(Identity identity) {
        return identity.isUnknown() ? null : JsonText.write(form(identity));
    }

    static Json form(Identity identity) {
        BusinessScopedUserId user = identity.userId();
        BusinessScopedUserId parent = identity.parentUserId();
        return new Members()
                .with("userId", user == null ? null : user.value())
                .with("parentUserId", parent == null ? null : parent.value())
                .with("username", identity.username())
                .build();
    }

    /** The identity that the text describes. */
    public static Identity readIdentity(@Nullable String text) {
        return text == null ? Identity.UNKNOWN : identity(JsonText.read(text));
    }

    static Identity identity(Json json) {
        Fields identity = Fields.of(json);
        String user = identity.textOrNull("userId");
        String parent = identity.textOrNull("parentUserId");
        return new Identity(
                user == null ? null : new BusinessScopedUserId(user),
                parent == null ? null : new BusinessScopedUserId(parent),
                identity.textOrNull("username"));
    }

    /** Labels as text, in their order. */
    public static String write(Map<String, String> labels) {
        Map<String, Json> members = new LinkedHashMap<>();
        labels.forEach((name, value) -> members.put(name, new Json.Text(value)));
        return JsonText.write(new Json.Members(members));
    }

    /** The labels that the text describes. */
    public static Map<String, String> readLabels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        members(text).members().forEach((name, value) -> {
            if (!(value instanceof Json.Text(String label))) {
                throw new IllegalStateException("a stored label is no string");
            }
            labels.put(name, label);
        });
        return labels;
    }

    /** The JSON object that the text describes. */
    public static Json.Members members(String text) {
        if (JsonText.read(text) instanceof Json.Members object) {
            return object;
        }
        throw new IllegalStateException("a stored value is no object");
    }
}
