package io.stele.harness.stele;

import io.stele.graphstub.json.Members;
import java.util.Map;

/** The APIs, each as its clients use it to send a text, to get a message and to list messages. */
public enum Flavour {
    ZAVU(
            "Zavu",
            "/v1/messages",
            """
            {"to":"+{to}","channel":"whatsapp","text":"Your order is ready","idempotencyKey":"{key}"}""",
            "/v1/messages/",
            "/v1/messages?limit=50",
            Key.ZAVU,
            Key.ZAVU) {
        @Override
        String id(Members answer) {
            return Members.of(answer.get("message")).text("id");
        }
    },
    KAPSO(
            "Kapso",
            "/meta/whatsapp/v24.0/" + BusinessNumber.ID + "/messages",
            """
            {"messaging_product":"whatsapp","to":"{to}","type":"text","text":{"body":"Your order is ready"}}""",
            "/platform/v1/whatsapp/messages/",
            "/platform/v1/whatsapp/messages?limit=50",
            Key.KAPSO,
            Key.KAPSO) {
        @Override
        String id(Members answer) {
            return answer.listOfMembers("messages").getFirst().text("id");
        }
    },
    CHIRP(
            "Chirp",
            "/v1/whatsapp/messages",
            """
            {"from":"+%s","to":"+{to}","type":"text","text":{"body":"Your order is ready"}}""".formatted(BusinessNumber.DIGITS),
            "/v1/whatsapp/messages/",
            "/v1/organization/whatsapp/messages?limit=50",
            Key.CHIRP_APP,
            Key.CHIRP_ADMIN) {
        @Override
        String id(Members answer) {
            return answer.text("id");
        }
    };

    private final String title;
    private final String sendPath;
    private final String sendBody;
    private final String getPath;
    private final String listPath;
    private final Key sendKey;
    private final Key listKey;

    Flavour(
            String title,
            String sendPath,
            String sendBody,
            String getPath,
            String listPath,
            Key sendKey,
            Key listKey) {
        this.title = title;
        this.sendPath = sendPath;
        this.sendBody = sendBody;
        this.getPath = getPath;
        this.listPath = listPath;
        this.sendKey = sendKey;
        this.listKey = listKey;
    }

    /** Its name. */
    public String title() {
        return title;
    }

    /** Where texts are posted. */
    public String sendPath() {
        return sendPath;
    }

    /** With <code>{to}</code> for digits, and in Zavu's with <code>{key}</code>. */
    public String sendBody() {
        return sendBody;
    }

    /** With the id of a message behind it. */
    public String getPath() {
        return getPath;
    }

    /** The newest messages. */
    public String listPath() {
        return listPath;
    }

    /** The headers of sends and gets. */
    public Map<String, String> sendHeaders() {
        return sendKey.headers();
    }

    /** The headers of lists. */
    public Map<String, String> listHeaders() {
        return listKey.headers();
    }

    /** The id of the message that the answer to a send tells. */
    abstract String id(Members answer);
}
