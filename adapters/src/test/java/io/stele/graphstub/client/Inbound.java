package io.stele.graphstub.client;

import io.stele.graphstub.graph.Wamids;
import io.stele.graphstub.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message from a customer, in the shape that Meta documents for its kind. Never changes: each method returns another. The
 * id is made with the message, so that posting it twice is posting the same.
 */
public final class Inbound {

    private static final Duration A_WEEK = Duration.ofDays(7);

    private final Person person;
    private final Map<String, Object> members;
    private final boolean withContact;

    private Inbound(Person person, Map<String, Object> members, boolean withContact) {
        this.person = person;
        this.members = members;
        this.withContact = withContact;
    }

    private static Inbound of(Person person, String type, @Nullable Object content) {
        return new Inbound(
                person,
                Json.members(
                        "from", person.numberOrEmpty(),
                        "from_user_id", person.userId(),
                        "id", Wamids.incoming(person.numberOrEmpty()),
                        "timestamp", Long.toString(Instant.now().getEpochSecond()),
                        "type", type,
                        type, content),
                true);
    }

    /** Any type, with its content as given. */
    public static Inbound content(Person from, String type, Object content) {
        return of(from, type, content);
    }

    public static Inbound text(Person from, String body) {
        return of(from, "text", Json.members("body", body));
    }

    public static Inbound image(Person from, RegisteredMedia media, @Nullable String caption) {
        return of(from, "image", file(media, "caption", caption));
    }

    public static Inbound video(Person from, RegisteredMedia media, @Nullable String caption) {
        return of(from, "video", file(media, "caption", caption));
    }

    /** @param voice whether it was recorded in the chat */
    public static Inbound audio(Person from, RegisteredMedia media, boolean voice) {
        return of(from, "audio", file(media, "voice", voice));
    }

    public static Inbound document(Person from, RegisteredMedia media, String filename, @Nullable String caption) {
        return of(from, "document", file(media, "filename", filename, "caption", caption));
    }

    public static Inbound sticker(Person from, RegisteredMedia media, boolean animated) {
        return of(from, "sticker", file(media, "animated", animated));
    }

    public static Inbound location(
            Person from, String latitude, String longitude, @Nullable String name, @Nullable String address) {
        return of(from, "location", Json.members(
                "latitude", new BigDecimal(latitude),
                "longitude", new BigDecimal(longitude),
                "name", name,
                "address", address));
    }

    /** A card with a name and a number. */
    public static Inbound contact(Person from, String formattedName, String phone, String waId) {
        return of(from, "contacts", List.of(Json.members(
                "name", Json.members("formatted_name", formattedName, "first_name", formattedName),
                "phones", List.of(Json.members("phone", phone, "wa_id", waId, "type", "CELL")))));
    }

    /** A tap on a template's quick reply button. */
    public static Inbound button(Person from, String text, String payload) {
        return of(from, "button", Json.members("payload", payload, "text", text));
    }

    public static Inbound buttonReply(Person from, String id, String title) {
        return interactive(from, "button_reply", Json.members("id", id, "title", title));
    }

    public static Inbound listReply(Person from, String id, String title, @Nullable String description) {
        return interactive(from, "list_reply", Json.members("id", id, "title", title, "description", description));
    }

    /**
     * An answer to a flow or an address message.
     *
     * @param name {@code flow} or {@code address_message}
     * @param responseJson JSON as text
     */
    public static Inbound formReply(Person from, String name, String body, String responseJson) {
        return interactive(from, "nfm_reply", Json.members("name", name, "body", body, "response_json", responseJson));
    }

    public static Inbound callPermissionReply(Person from, boolean accepted, boolean permanent) {
        return interactive(from, "call_permission_reply", Json.members(
                "response", accepted ? "accept" : "reject",
                "is_permanent", permanent,
                "expiration_timestamp",
                        permanent || !accepted ? null : Long.toString(Instant.now().plus(A_WEEK).getEpochSecond()),
                "response_source", "user_action"));
    }

    /** @param items each with {@code product_retailer_id}, {@code quantity}, {@code item_price} and {@code currency} */
    public static Inbound order(Person from, String catalogId, String text, List<Map<String, Object>> items) {
        return of(from, "order", Json.members("catalog_id", catalogId, "text", text, "product_items", items));
    }

    public static Inbound reaction(Person from, String toWamid, String emoji) {
        return of(from, "reaction", Json.members("message_id", toWamid, "emoji", emoji));
    }

    /** The reaction is taken back: no emoji is there. */
    public static Inbound reactionRemoval(Person from, String toWamid) {
        return of(from, "reaction", Json.members("message_id", toWamid));
    }

    /** The customer has a new number. There is no contact beside such a message. */
    public static Inbound changedNumber(Person from, String newDigits) {
        return of(from, "system", Json.members(
                        "body",
                                "User " + from.name() + " changed from " + from.numberOrEmpty() + " to " + newDigits,
                        "wa_id", newDigits,
                        "type", "user_changed_number"))
                .withoutContact();
    }

    /** The customer has a new user id. There is no contact beside such a message. */
    public static Inbound changedUserId(Person from, String newUserId) {
        return of(from, "system", Json.members(
                        "body", "User " + from.name() + " changed from " + from.userId() + " to " + newUserId,
                        "wa_id", from.numberOrEmpty(),
                        "user_id", newUserId,
                        "type", "user_changed_user_id"))
                .withoutContact();
    }

    /** The customer opened the chat for the first time and wrote nothing. */
    public static Inbound requestWelcome(Person from) {
        return of(from, "request_welcome", null);
    }

    /** @param type what it was, such as {@code poll} or {@code edit} */
    public static Inbound unsupported(Person from, String type) {
        return of(from, "unsupported", Json.members("type", type)).and("errors", List.of(Json.members(
                "code", 131051,
                "title", "Message type unknown",
                "message", "Message type unknown",
                "error_data", Json.members("details", "Message type is currently not supported."))));
    }

    /** The same message under another id. */
    public Inbound id(String wamid) {
        return and("id", wamid);
    }

    public Inbound at(Instant time) {
        return and("timestamp", Long.toString(time.getEpochSecond()));
    }

    /** In answer to a message of the business, or of the customer. */
    public Inbound quoting(String authorDigits, String wamid) {
        return and("context", Json.members("from", authorDigits, "id", wamid));
    }

    public Inbound forwarded() {
        return and("context", Json.members("forwarded", true));
    }

    public Inbound frequentlyForwarded() {
        return and("context", Json.members("frequently_forwarded", true));
    }

    /** Written from a product's page. */
    public Inbound aboutProduct(String authorDigits, String wamid, String catalogId, String productId) {
        return and("context", Json.members(
                "from", authorDigits,
                "id", wamid,
                "referred_product", Json.members("catalog_id", catalogId, "product_retailer_id", productId)));
    }

    /** Come from an advertisement with a picture. */
    public Inbound fromAdvertisement(String sourceId, String headline) {
        return and("referral", Json.members(
                "source_url", "https://fb.example/" + sourceId,
                "source_id", sourceId,
                "source_type", "ad",
                "body", "The advertisement's text",
                "headline", headline,
                "media_type", "image",
                "image_url", "https://cdn.example/" + sourceId + ".jpg",
                "ctwa_clid", "click-" + sourceId,
                "welcome_message", Json.members("text", "Hello, how can we help?")));
    }

    public Inbound inGroup(String groupId) {
        return and("group_id", groupId);
    }

    /** The message with one member more, or another. */
    public Inbound and(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Inbound(person, more, withContact);
    }

    public String id() {
        return String.valueOf(members.get("id"));
    }

    Person person() {
        return person;
    }

    boolean hasContact() {
        return withContact;
    }

    /** The element of {@code messages}. */
    Map<String, Object> message() {
        return members;
    }

    /** The element of {@code message_echoes}: the business wrote it to this person, on its phone. */
    Map<String, Object> echo(Business business) {
        Map<String, Object> echo = Json.members(
                "from", business.digits(), "to", person.numberOrEmpty(), "to_user_id", person.userId());
        members.forEach((name, value) -> {
            if (!name.startsWith("from")) {
                echo.put(name, value);
            }
        });
        return echo;
    }

    private Inbound withoutContact() {
        return new Inbound(person, members, false);
    }

    private static Inbound interactive(Person from, String type, Map<String, Object> reply) {
        return of(from, "interactive", Json.members("type", type, type, reply));
    }

    private static Map<String, Object> file(RegisteredMedia media, @Nullable Object... further) {
        Map<String, Object> file = Json.members(further);
        file.put("mime_type", media.mimeType());
        file.put("sha256", media.sha256());
        file.put("id", media.id());
        file.put("url", media.url());
        return file;
    }
}
