package io.stele.core.webhook;

/** The flavours by the forms that they are for. */
public record WebhookFlavours(
        WebhookFlavour zavu, WebhookFlavour kapso, WebhookFlavour meta, WebhookFlavour chirp) {

    /** The one for this webhook. */
    public WebhookFlavour of(Webhook webhook) {
        return switch (webhook.form()) {
            case WebhookForm.Zavu _ -> zavu;
            case WebhookForm.Kapso _ -> kapso;
            case WebhookForm.Meta _ -> meta;
            case WebhookForm.Chirp _ -> chirp;
        };
    }
}
