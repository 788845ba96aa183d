package io.stele.server.start;

import io.stele.adapters.zavu.ZavuIds;
import io.stele.core.founding.Founder;
import java.io.PrintStream;

/** What the first start tells the user, once: the keys, the project, and how to try it. Each part is out when its method returns. */
final class Banner {

    private static final String CUSTOMER = "+15550199001";

    private final PrintStream out;

    Banner(PrintStream out) {
        this.out = out;
    }

    /** Tells the keys of the project that is about to be made. */
    void keys(Founder.Keys keys) {
        print("""

                Stele makes its first project. The keys are shown this once: keep them.

                  Zavu key         %s
                  Zavu test key    %s
                  Kapso key        %s
                  Chirp admin key  %s
                  Chirp app key    %s
                  Chirp test key   %s
                """
                .formatted(
                        keys.zavu().value(),
                        keys.zavuTest().value(),
                        keys.kapso().value(),
                        keys.chirpAdmin().value(),
                        keys.chirpApp().value(),
                        keys.chirpTest().value()));
    }

    /** Takes back the keys that were told. */
    void madeByAnotherNode() {
        print("""

                Another node made the first project at the same moment. The keys above open nothing: keep those that it shows.
                """);
    }

    /** Tells what was made. */
    void project(Founder.Founded founded) {
        Founder.Plan plan = founded.plan();
        print("""

                  project          %s (%s)
                  WhatsApp number  %s
                  phone number id  %s
                  WABA id          %s
                  sender id        %s
                """
                .formatted(
                        plan.name(),
                        ZavuIds.text(founded.project().id().value()),
                        plan.phoneNumber().value(),
                        plan.phoneNumberId(),
                        plan.businessAccountId(),
                        ZavuIds.text(founded.sender().value())));
    }

    /**
     * Tells how to try it, while everything goes to the sandbox: what goes out by a real number reaches people.
     *
     * @param url where the server is reached
     */
    void firstSteps(Founder.Plan plan, String url) {
        String json = " -H 'Content-Type: application/json'";
        String zavu = " -H 'Authorization: Bearer " + plan.keys().zavu().value() + "'";
        String kapso = " -H 'X-API-Key: " + plan.keys().kapso().value() + "'";
        String chirp = " -H 'Authorization: Bearer " + plan.keys().chirpAdmin().value() + "'";
        print("""

                Try it:
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
                        url, zavu, json, CUSTOMER, plan.phoneNumber().value(), url, zavu, json, CUSTOMER, url, kapso, url, chirp));
    }

    private void print(String part) {
        out.print(part);
        out.flush();
    }
}
