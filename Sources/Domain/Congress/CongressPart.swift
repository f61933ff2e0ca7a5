import Persian

extension Part {
    /// The martyrs' congress: its editions, halls and programme, its guests and its door, and the roll of honour.
    public static let congress = Part(
        "congress",
        records: [Congress.self, Hall.self, CongressSession.self, Guest.self, Martyr.self],
        commands: [
            CongressOpen.self, HallAdd.self, SessionSchedule.self, SessionAmend.self, SessionMove.self,
            SessionCancel.self, GuestInvite.self, GuestSend.self, GuestReply.self, GuestRevoke.self,
            GuestCheckIn.self, GuestCheckOut.self, MartyrPropose.self, MartyrDocument.self, MartyrVerify.self,
            MartyrPublish.self,
        ],
        packs: [DoorPack.self], needBearers: [Congress.self])
}
