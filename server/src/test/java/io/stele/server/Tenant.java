package io.stele.server;

/** A project as its owner knows it. */
public record Tenant(
        String phoneNumber,
        String phoneNumberId,
        String wabaId,
        String senderId,
        String zavu,
        String zavuTest,
        String kapso,
        String chirpAdmin,
        String chirpApp,
        String chirpTest) {

    static Tenant of(Answer created) {
        return new Tenant(
                created.string("phoneNumber"),
                created.string("phoneNumberId"),
                created.string("wabaId"),
                created.string("senderId"),
                created.string("keys", "zavu"),
                created.string("keys", "zavuTest"),
                created.string("keys", "kapso"),
                created.string("keys", "chirpAdmin"),
                created.string("keys", "chirpApp"),
                created.string("keys", "chirpTest"));
    }
}
