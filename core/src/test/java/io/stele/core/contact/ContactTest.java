package io.stele.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.message.Json;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactTest {

    private static final Contact ANA = new Contact(
            new UUID(1, 2),
            new Scope(new ProjectId(new UUID(3, 4)), Mode.LIVE),
            "Ana",
            "ana.m",
            "Ana (VIP)",
            null,
            new Json.Members(Map.of("tier", new Json.Text("gold"))),
            List.of(),
            Instant.EPOCH,
            Instant.EPOCH);

    @Test
    void whatAChangeDoesNotNameStays() {
        assertThat(ANA.changed(new ContactChange(null, null, null))).isEqualTo(ANA);
    }

    @Test
    void aNameIsGivenAndTakenAway() {
        Contact changed = ANA.changed(new ContactChange(new Renaming("Ana M."), new Renaming(null), null));

        assertThat(changed.profileName()).isEqualTo("Ana M.");
        assertThat(changed.displayName()).isNull();
        assertThat(changed.name()).isEqualTo("Ana M.");
    }

    @Test
    void metadataAreMergedAndNullRemoves() {
        Json.Members change = new Json.Members(Map.of("tier", new Json.Null(), "visits", new Json.Truth(true)));

        assertThat(ANA.changed(new ContactChange(null, null, change)).metadata())
                .isEqualTo(new Json.Members(Map.of("visits", new Json.Truth(true))));
    }

    @Test
    void metadataGrowToALimitAndNoFurther() {
        Contact full = ANA.changed(note("a", 30_000)).changed(note("b", 35_522));

        assertThat(full.metadata().length()).isEqualTo(Contact.MOST_METADATA);
        assertThatThrownBy(() -> full.changed(note("c", 0)))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.rejection())
                        .isEqualTo(new Rejection.InvalidField(
                                Field.CONTACT_METADATA, "must have at most 65536 characters in all")));
        assertThat(full.changed(note("a", 1)).metadata().length()).isLessThan(40_000);
        assertThat(full.changed(new ContactChange(new Renaming("A"), null, null)).metadata()).isEqualTo(full.metadata());
    }

    private static ContactChange note(String name, int length) {
        return new ContactChange(null, null, new Json.Members(Map.of(name, new Json.Text("x".repeat(length)))));
    }
}
