package io.stele.adapters.zavu;

import java.util.Optional;

/** Lower-case base-32 with the alphabet 0 to 9, a to v, whose texts sort as the bytes do. No padding. */
final class Base32 {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuv";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder(length(bytes.length));
        int buffer = 0;
        int held = 0;
        for (byte each : bytes) {
            buffer = buffer << Byte.SIZE | each & 0xFF;
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt(buffer >>> held & 0x1F));
            }
            buffer &= (1 << held) - 1;
        }
        if (held > 0) {
            text.append(ALPHABET.charAt(buffer << BITS - held & 0x1F));
        }
        return text.toString();
    }

    /** The bytes, when the text is exactly what {@link #encode} makes of so many bytes; else empty. */
    static Optional<byte[]> decode(String text, int size) {
        if (text.length() != length(size)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[size];
        int buffer = 0;
        int held = 0;
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            buffer = buffer << BITS | digit;
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes[written++] = (byte) (buffer >>> held);
                buffer &= (1 << held) - 1;
            }
        }
        return buffer == 0 ? Optional.of(bytes) : Optional.empty();
    }

    private static int length(int bytes) {
        return (bytes * Byte.SIZE + BITS - 1) / BITS;
    }
}
