/**
 * WhatsApp by Meta's Cloud API, as far as we ask something of Graph: messages and read marks go to {@code /{phone_number_id}/messages},
 * files that people sent are fetched by their id, and a number says what it is called.
 *
 * <p>A send tells Graph our id of the message ({@code biz_opaque_callback_data}), which comes back with every report. So a
 * message whose send got no answer is known again when its first report comes; only when none comes is it sent once more.
 */
@NullMarked
package io.stele.adapters.connector.whatsapp;

import org.jspecify.annotations.NullMarked;
