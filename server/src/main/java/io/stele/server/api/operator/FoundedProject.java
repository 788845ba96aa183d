package io.stele.server.api.operator;

import io.micronaut.serde.annotation.Serdeable;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.core.founding.Founder;

/** A new project as the operator gets it; the ids of project and sender are those of the Zavu API. */
@Serdeable
record FoundedProject(
        Project project, String phoneNumber, String phoneNumberId, String wabaId, String senderId, Keys keys) {

    @Serdeable
    record Project(String id, String name) {}

    @Serdeable
    record Keys(String zavu, String zavuTest, String kapso, String chirpAdmin, String chirpApp, String chirpTest) {}

    static FoundedProject of(Founder.Founded founded) {
        Founder.Plan plan = founded.plan();
        Founder.Keys keys = plan.keys();
        return new FoundedProject(
                new Project(ZavuIds.text(founded.project().id().value()), plan.name()),
                plan.phoneNumber().value(),
                plan.phoneNumberId(),
                plan.businessAccountId(),
                ZavuIds.text(founded.sender().value()),
                new Keys(
                        keys.zavu().value(),
                        keys.zavuTest().value(),
                        keys.kapso().value(),
                        keys.chirpAdmin().value(),
                        keys.chirpApp().value(),
                        keys.chirpTest().value()));
    }
}
