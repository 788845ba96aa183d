package io.stele.server.start;

import io.stele.adapters.zavu.ZavuIds;
import io.stele.core.founding.Founder;

/** What the first start tells the user, once: the project, its keys, and how to try it. */
final class Banner {

    private static final String CUSTOMER = "+15550199001";

    private Banner() {}

    /** @param url where the server is reached */
    static String of(Founder.Founded founded, String url) {
        Founder.Plan plan = founded.plan();
        Founder.Keys keys = plan.keys();
        return """

                Stele made a project. Its keys are shown this once: keep them.

                  project          %s (%s)
                  WhatsApp number  %s
                  phone number id  %s
                  WABA id          %s
                  sender id        %s
                  Zavu key         %s
                  Zavu test key    %s
                  Kapso key        %s
                  Chirp admin key  %s
                  Chirp app key    %s
                  Chirp test key   %s

                Try it:
                """
                        .formatted(
                                plan.name(),
                                ZavuIds.text(founded.project().id().value()),
                                plan.phoneNumber().value(),
                                plan.phoneNumberId(),
                                plan.businessAccountId(),
                                ZavuIds.text(founded.sender().value()),
                                keys.zavu().value(),
                                keys.zavuTest().value(),
                                keys.kapso().value(),
                                keys.chirpAdmin().value(),
                                keys.chirpApp().value(),
                                keys.chirpTest().value())
                + commands(plan, url);
    }

    private static String commands(Founder.Plan plan, String url) {
        String json = " -H 'Content-Type: application/json'";
        String zavu = " -H 'Authorization: Bearer " + plan.keys().zavu().value() + "'";
        String kapso = " -H 'X-API-Key: " + plan.keys().kapso().value() + "'";
        String chirp = " -H 'Authorization: Bearer " + plan.keys().chirpAdmin().value() + "'";
        return """
                # a customer writes in
                curl -s %s/sandbox/inbound%s%s -d '{"channel":"whatsapp","from":"%s","to":"%s","name":"Ada","type":"text","text":{"body":"Is my parcel there?"}}'
                # send by Zavu
                curl -s %s/v1/messages%s%s -d '{"to":"%s","channel":"whatsapp","text":"It is, until six."}'
                # read by Kapso
                curl -s %s/platform/v1/whatsapp/messages%s
                # read by Chirp
                curl -s %s/v1/organization/whatsapp/messages%s
                """
                .formatted(
                        url, zavu, json, CUSTOMER, plan.phoneNumber().value(), url, zavu, json, CUSTOMER, url, kapso, url, chirp);
    }
}
