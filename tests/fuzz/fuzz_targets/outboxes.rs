#![no_main]
yidi_fuzz::fuzzes!("outboxes");
