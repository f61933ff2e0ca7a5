@main
struct Khedmat {
    static func main() {}
}
