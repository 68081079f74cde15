#![no_main]
yidi_fuzz::fuzzes!("sessions");
