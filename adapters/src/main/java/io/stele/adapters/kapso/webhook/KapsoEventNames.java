package io.stele.adapters.kapso.webhook;

import java.util.Map;
import java.util.Optional;

/** The names of all events that Kapso has (contract section 4.2), also of those that never happen here. */
public final class KapsoEventNames {

    /** What is only Kapso's to tell, and what Meta tells only of numbers that are connected otherwise. */
    private static final Map<String, KapsoEvent.Level> NEVER_SENT = Map.ofEntries(
            ofProject("whatsapp.phone_number.offboarded"),
            ofProject("whatsapp.phone_number.disconnected"),
            ofProject("whatsapp.phone_number.reconnected"),
            ofProject("whatsapp.config.created"),
            ofProject("whatsapp.config.deleted"),
            ofProject("workflow.execution.handoff"),
            ofProject("workflow.execution.failed"),
            ofProject("project.event"),
            ofProject("kapso_agent.run.approval_required"),
            ofProject("kapso_agent.run.completed"),
            ofProject("kapso_agent.run.failed"),
            ofProject("kapso_agent.run.cancelled"));

    private KapsoEventNames() {}

    /** Which webhooks can ask for the event with this name; empty when Kapso has none. */
    public static Optional<KapsoEvent.Level> level(String name) {
        return KapsoEvent.of(name).map(KapsoEvent::level).or(() -> Optional.ofNullable(NEVER_SENT.get(name)));
    }

    private static Map.Entry<String, KapsoEvent.Level> ofProject(String name) {
        return Map.entry(name, KapsoEvent.Level.PROJECT);
    }
}
