/**
 * A stand-in for Meta's WhatsApp Cloud API, for tests, benchmarks and crash proofs: a process of its own that speaks the wire
 * protocol, checks each field as Meta's documentation has it, and keeps a ledger of all it saw. It is written from that
 * documentation and shares no code with what it verifies; beside Java it needs the jackson-core library only.
 *
 * <p>By hand, with the test classes of this module and jackson-core on the class path:
 *
 * <pre>{@code
 * java -cp adapters/target/test-classes:jackson-core.jar io.stele.graphstub.GraphStub --port 8900 --detached \
 *     --number 106540352242922:102290129340398:+15550783881:secret-token --app-secret s3 --ledger ledger.jsonl
 * }</pre>
 *
 * <p>Send a message, have the next one fail, and look at what came in:
 *
 * <pre>{@code
 * curl -H 'Authorization: Bearer secret-token' -H 'Content-Type: application/json' -d '{"messaging_product":"whatsapp",
 *     "to":"+15550100777","type":"text","text":{"body":"Hello"}}' http://127.0.0.1:8900/v23.0/106540352242922/messages
 * curl -d '{"ending":"ERROR","error":{"status":429,"code":130429,"title":"Rate limit hit"},"headers":{"Retry-After":"2"}}' \
 *     http://127.0.0.1:8900/control/faults
 * curl 'http://127.0.0.1:8900/control/ledger?after=0'
 * }</pre>
 *
 * <p>Below {@code /control/}: {@code state}, {@code ledger}, {@code counts} and {@code totals} are read; {@code reset},
 * {@code faults}, {@code callback}, {@code receipts}, {@code receipts/post}, {@code receipts/release}, {@code inbound},
 * {@code concurrent}, {@code handshake}, {@code media}, {@code settings}, {@code templates} and {@code numbers} are posted
 * to. {@link io.stele.graphstub.client.GraphControl} has a method for each, and says what it does. Without
 * {@code --detached} the process ends when its standard input does, so that no test leaves one behind.
 */
@NullMarked
package io.stele.graphstub;

import org.jspecify.annotations.NullMarked;
