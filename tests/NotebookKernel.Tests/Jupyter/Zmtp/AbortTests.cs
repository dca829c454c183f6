using System.Runtime;
using NotebookKernel.Jupyter.Zmtp;

#pragma warning disable SYSLIB0046 // What a kernel does to a cell that does not stop.

namespace NotebookKernel.Tests.Jupyter.Zmtp;

/// <summary>The thread of a cell may be aborted or interrupted while it sends.</summary>
public sealed class AbortTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_OnAThreadThatIsAborted_LeavesWholeMessagesInOrder(bool isAlsoInterrupted)
    {
        const int Rounds = 40;
        await using var publisher = PublisherSocket.Bind(
            ZmtpEndpoint.Tcp("127.0.0.1", 0), new ZmtpOptions { QueueBound = 1 << 20 });
        using var peer = await RawPeer.Join(publisher.Endpoint, "SUB");
        await peer.SendHex("00 01 01");
        await publisher.Subscriptions.ReadAsync(Token);
        var reading = ReadToTheEnd(peer);
        for (var round = 0; round < Rounds; round++)
        {
            SendUntilAborted(publisher, round, isAlsoInterrupted);
            publisher.Send([[(byte)round], "after"u8.ToArray()]);
        }
        publisher.Send(["end"u8.ToArray(), []]);

        Assert.Equal(Rounds, await reading);
    }

    [Fact]
    public async Task Send_InterruptedWhileItWaits_SendsNothingAndTheNextOneWorks()
    {
        await using var publisher = PublisherSocket.Bind(
            ZmtpEndpoint.Tcp("127.0.0.1", 0), new ZmtpOptions { QueueBound = 1 << 20 });
        using var peer = await RawPeer.Join(publisher.Endpoint, "SUB");
        await peer.SendHex("00 01 01");
        await publisher.Subscriptions.ReadAsync(Token);
        publisher.Send([new byte[30 << 20]]);
        Exception? caught = null;
        var sender = new Thread(() => caught = Record.Exception(() => publisher.Send([[1]])));
        sender.Start();
        await RawPeer.Until(() => sender.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        sender.Interrupt();
        sender.Join();

        Assert.IsType<ThreadInterruptedException>(caught);
        Assert.Equal(30 << 20, (await peer.ReceiveFrame()).Body.Length);
        publisher.Send([[2]]);
        Assert.Equal("000102", await peer.ReceiveHex(3));
    }

    private static void SendUntilAborted(PublisherSocket publisher, int round, bool isAlsoInterrupted)
    {
        using var abort = new CancellationTokenSource();
        var sent = 0;
        var cell = new Thread(() =>
        {
            try
            {
                ControlledExecution.Run(
                    () =>
                    {
                        for (; ; sent++) publisher.Send([[(byte)round], BitConverter.GetBytes(sent), new byte[200]]);
                    },
                    abort.Token);
            }
            catch (OperationCanceledException)
            {
                // Aborted.
            }
            catch (ThreadInterruptedException)
            {
                // Interrupted.
            }
        });
        cell.Start();
        SpinWait.SpinUntil(() => Volatile.Read(ref sent) > round * 3);
        if (isAlsoInterrupted) cell.Interrupt();
        abort.Cancel();
        cell.Join();
    }

    // Every round: numbers from 0 on without a gap, then "after".
    private static async Task<int> ReadToTheEnd(RawPeer peer)
    {
        var (rounds, next) = (0, 0);
        while (true)
        {
            var topic = (await peer.ReceiveFrame()).Body;
            var (flags, body) = await peer.ReceiveFrame();
            if (topic is [(byte)'e', (byte)'n', (byte)'d']) return rounds;
            Assert.Equal((byte)rounds, topic[0]);
            if (flags == 0)
            {
                Assert.Equal("after"u8.ToArray(), body);
                (rounds, next) = (rounds + 1, 0);
                continue;
            }
            Assert.Equal(next++, BitConverter.ToInt32(body));
            Assert.Equal(200, (await peer.ReceiveFrame()).Body.Length);
        }
    }
}
