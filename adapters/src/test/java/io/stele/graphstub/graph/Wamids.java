package io.stele.graphstub.graph;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes message ids of the length and alphabet that Meta's have; they may end in {@code =}. */
public final class Wamids {

    private static final int OUTGOING = 0x11;
    private static final int INCOMING = 0x12;
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Wamids() {}

    /** The id of a message to this person. */
    public static String outgoing(String recipient) {
        return of(recipient, OUTGOING);
    }

    /** The id of a message from this person. */
    public static String incoming(String sender) {
        return of(sender, INCOMING);
    }

    private static String of(String person, int direction) {
        byte[] name = person.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(name.length, 20);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        bytes.write(0x1c);
        bytes.write(0x18);
        bytes.write(length);
        bytes.write(name, 0, length);
        bytes.writeBytes(new byte[] {0x15, 0x02, 0x00, (byte) direction, 0x18, 0x14});
        HexFormat hex = HexFormat.of().withUpperCase();
        bytes.writeBytes((hex.toHexDigits(ThreadLocalRandom.current().nextLong()).substring(4)
                        + hex.toHexDigits(NEXT.getAndIncrement()))
                .getBytes(StandardCharsets.US_ASCII));
        bytes.write(0);
        return "wamid." + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
