package io.stele.adapters.http;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of IPv4 or IPv6 addresses.
 *
 * @param network its lowest address
 * @param length how many leading bits its addresses share
 */
public record Cidr(InetAddress network, int length) {

    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F:.]{2,45})(?:/(0|[1-9][0-9]{0,2}))?");

    /** @throws IllegalArgumentException when the length is not one of the family, or bits after it are set */
    public Cidr {
        byte[] bytes = network.getAddress();
        int bits = bytes.length * Byte.SIZE;
        if (length < 0 || length > bits) {
            throw new IllegalArgumentException("the length must be from 0 to " + bits);
        }
        int lowestSet = new BigInteger(1, bytes).getLowestSetBit();
        if (lowestSet >= 0 && lowestSet < bits - length) {
            throw new IllegalArgumentException("no bit after the first " + length + " may be set");
        }
    }

    /**
     * Reads {@code 10.0.0.0/8} or {@code fd00::/8}; an address without a length is the block of that address alone. Empty when the text is
     * anything else, also when bits after the length are set, and when IPv6 only wraps an IPv4 address.
     */
    public static Optional<Cidr> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? IpLiteral.parse(matcher.group(1))
                        .filter(network -> network instanceof Inet4Address == (text.indexOf(':') < 0))
                        .flatMap(network -> block(
                                network,
                                matcher.group(2) == null
                                        ? network.getAddress().length * Byte.SIZE
                                        : Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Whether the address is one of the block's. An address of the other family never is. */
    public boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        int whole = length / Byte.SIZE;
        int rest = length % Byte.SIZE;
        return ours.length == theirs.length
                && Arrays.equals(ours, 0, whole, theirs, 0, whole)
                && (rest == 0 || ((ours[whole] ^ theirs[whole]) & 0xFF) >> (Byte.SIZE - rest) == 0);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return network.getHostAddress() + "/" + length;
    }

    private static Optional<Cidr> block(InetAddress network, int length) {
        try {
            return Optional.of(new Cidr(network, length));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
